// The config of this process, under the name by which Payload looks for it.
import { buildConfig } from 'payload'
import { devConfig } from './config.ts'
import { readDevEnv } from './env.ts'

export default buildConfig(devConfig(readDevEnv()))
