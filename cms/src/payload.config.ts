// The config of this process, under the name by which Payload and its tools look for it.
import { buildConfig } from 'payload'
import { cmsConfig } from './config.ts'
import { cmsEnv } from './env.ts'

export default buildConfig(cmsConfig(cmsEnv()))
