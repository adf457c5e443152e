// Starts the copying of code.
import { whenContent } from '../content.ts'
import { wireCopying } from './copy.ts'

whenContent(wireCopying)
