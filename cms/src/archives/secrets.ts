// Names of files and folders that people pack by mistake and nobody should read.

const SECRET = [
  /^\.env(?:\..*)?$/,
  /^\.(?:git|ssh|aws|gnupg|kube|docker|svn|hg)$/,
  /^\.(?:npmrc|netrc|pypirc|htpasswd|pgpass|my\.cnf|git-credentials|.*_history)$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519)(?:\..*)?$/,
  /\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|asc|gpg|ovpn)$/,
  /^(?:secrets?|credentials?|passwords?|service[-_]?account)(?:\.[a-z0-9]+)?$/,
]

/** Templates of such files hold no secret: they are there to be read. */
const TEMPLATE = /\.(?:example|sample|template|dist)$/

/** Whether any part of `path` is such a name. */
export const isSecretName = (path: string): boolean =>
  path
    .toLowerCase()
    .split('/')
    .some((name) => !TEMPLATE.test(name) && SECRET.some((secret) => secret.test(name)))
