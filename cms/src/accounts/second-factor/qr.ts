// The picture that an authenticator app reads. Made on the server: the secret goes to no third party.

/** As an address for an image. */
export const qrOf = async (text: string): Promise<string> => {
  const { default: qrcode } = await import('qrcode')
  const svg = await qrcode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
