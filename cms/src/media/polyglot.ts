// Finds files that are two things at once: a picture to us, and a page, a program or an archive to somebody else.
import { MediaRefusal } from './refusal.ts'

const MARKUP = /<script|<html|<!doctype html|<\?php/i
/** Bytes searched at a time, and how far pieces overlap: more than the longest piece of markup above. */
const PIECE_BYTES = 1024 * 1024
const OVERLAP_BYTES = 32
/** A comment of a program that opens in the first bytes hides the picture from a script engine. */
const COMMENT_BYTES = 16
/** Readers of PDF look for its start this far into a file. */
const PDF_BYTES = 1024
const ZIP_END_BYTES = 22
const MAX_ZIP_COMMENT_BYTES = 0xffff

const holdsMarkup = (data: Buffer): boolean => {
  for (let start = 0; start < data.byteLength; start += PIECE_BYTES) {
    if (MARKUP.test(data.toString('latin1', start, start + PIECE_BYTES + OVERLAP_BYTES)))
      return true
  }
  return false
}

/** Zip readers start from the end of a file: whatever precedes the archive does not disturb them. */
const endsAsZip = (data: Buffer): boolean => {
  const from = Math.max(0, data.byteLength - ZIP_END_BYTES - MAX_ZIP_COMMENT_BYTES)
  for (let at = data.indexOf('PK\x05\x06', from, 'latin1'); at >= 0; ) {
    const commentAt = at + ZIP_END_BYTES - 2
    if (commentAt + 2 > data.byteLength) return false
    if (at + ZIP_END_BYTES + data.readUInt16LE(commentAt) === data.byteLength) return true
    at = data.indexOf('PK\x05\x06', at + 1, 'latin1')
  }
  return false
}

/** @throws {MediaRefusal} `isPdf`: the file is a PDF and may say so */
export const refusePolyglot = (data: Buffer, { isPdf = false } = {}): void => {
  const head = data.subarray(0, COMMENT_BYTES)
  const isProgram = head.includes('/*') || head.includes('=1;')
  const isAlsoPdf = !isPdf && data.subarray(0, PDF_BYTES).includes('%PDF-')
  if (isProgram || isAlsoPdf || endsAsZip(data) || holdsMarkup(data)) {
    throw new MediaRefusal('two-types')
  }
}
