// Which addresses a service may announce. Who has the key may still not point the CMS at whatever it can reach. Pure.
import { BlockList, isIP } from 'node:net'

/** What an address has to be. `port`: text, empty for the protocol's own. */
type Rule = (address: { url: URL; host: string; port: string }) => boolean

const ANY_IN_LABEL = '[a-z0-9-]*'

const portOf = ({ port, protocol }: URL) => port || (protocol === 'https:' ? '443' : '80')

/** `name:8080` in its parts; a network's colons are not a port's. */
const withPort = (text: string): { name: string; port: string | undefined } => {
  const found = /^(.*[^:]):(\d{1,5})$/.exec(text)
  const isPlainV6 = isIP(text.split('/')[0] ?? '') === 6
  return found && !isPlainV6
    ? { name: found[1] ?? '', port: found[2] }
    : { name: text, port: undefined }
}

const network = (text: string): ((host: string) => boolean) => {
  const [address = '', bits = ''] = text.replace(/^\[|\]/g, '').split('/')
  const family = isIP(address)
  const list = new BlockList()
  const isWhole = /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)
  if (family === 0 || !isWhole) throw new Error(`not a network: ${text}`)
  list.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  return (host) => isIP(host) !== 0 && list.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6')
}

const names = (pattern: string): ((host: string) => boolean) => {
  if (!/^[a-z0-9*]([a-z0-9.*-]*[a-z0-9*])?$/i.test(pattern)) {
    throw new Error(`not a name: ${pattern}`)
  }
  const escaped = pattern.toLowerCase().replaceAll('.', '\\.').replaceAll('*', ANY_IN_LABEL)
  const whole = new RegExp(`^${escaped}$`)
  return (host) => isIP(host) === 0 && whole.test(host)
}

const ruleOf = (entry: string, defaultPort: string): Rule => {
  if (entry.includes('://')) {
    if (!URL.canParse(entry)) throw new Error(`not an address: ${entry}`)
    const { origin } = new URL(entry)
    return ({ url }) => url.origin === origin
  }
  const { name, port = defaultPort } = withPort(entry)
  const isHost = name.includes('/') || isIP(name) !== 0 ? network(wide(name)) : names(name)
  return (address) => address.port === port && isHost(address.host)
}

/** One address is the network of itself. */
const wide = (name: string) =>
  name.includes('/') ? name : `${name}/${isIP(name) === 4 ? '32' : '128'}`

/**
 * `entries`: origins (`http://10.0.0.5:3002`), networks (`10.0.0.0/24`), and names whose `*` stands for a part without a
 * dot (`terminal-*.internal`). The last two may end in a port, else it has to be that of `internalUrl`.
 * @throws {Error} for an entry that is none of them
 */
export const allowList = (
  entries: readonly string[],
  internalUrl: string,
): ((origin: string) => boolean) => {
  const rules = entries.map((entry) => ruleOf(entry.trim(), portOf(new URL(internalUrl))))
  return (origin) => {
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return false
    const address = { url, host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url) }
    return rules.some((matches) => matches(address))
  }
}
