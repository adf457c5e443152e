// Tells of a page that was fetched ahead, once it is seen.
import { tellOnceSeen } from './seen.ts'

tellOnceSeen()
