import { expect, test } from '@jest/globals'
import { buildConfig, type Field } from 'payload'
import { cmsConfig } from './config.ts'
import { readCmsEnv } from './env.ts'

const key = 'k'.repeat(32)
const local = {
  CMS_URL: 'http://cms.example',
  CMS_INTERNAL_URL: 'http://cms.example',
  SITE_URL: 'http://site.example',
  SITE_INTERNAL_URL: 'http://site.example',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  PAYLOAD_SECRET: key,
  WEBHOOK_KEY: key,
  TERMINAL_GRANT_KEY: key,
  TERMINAL_INTERNAL_URL: 'http://service.example',
  UPLOAD_DIR: '/nowhere',
}
const bucket = {
  ...local,
  S3_BUCKET: 'portfolio',
  S3_ACCESS_KEY_ID: 'id',
  S3_SECRET_ACCESS_KEY: 'secret',
}

type Column = [name: string, type: string, isUnique: boolean]
const columnsOf = (fields: readonly Field[], above = ''): Column[] =>
  fields.flatMap((field): Column[] => {
    const name = 'name' in field ? `${above}${field.name}` : above
    const unique = 'unique' in field && field.unique === true
    const inner = 'fields' in field ? columnsOf(field.fields, `${name}.`) : []
    return 'name' in field ? [[name, field.type, unique], ...inner] : inner
  })

const columns = async (env: Record<string, string>) => {
  const { collections } = await buildConfig(cmsConfig(readCmsEnv(env)))
  return ['media', 'archives'].map((slug) => {
    const found = collections.find((collection) => collection.slug === slug)
    return columnsOf(found?.fields ?? []).sort()
  })
}

test('uploads have the same columns on disk and in a bucket', async () => {
  const onDisk = await columns(local)
  expect(onDisk.flat().map(([name]) => name)).toEqual(
    expect.arrayContaining(['prefix', 'sizes.small.filename', 'sizes.largeAvif.filename', 'blur']),
  )
  expect(await columns(bucket)).toEqual(onDisk)
})
