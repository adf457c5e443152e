// Property tests try the same cases each time, so that a failure is the change's own. RANDOM_CASES=1 has others drawn.
import fc from 'fast-check'

if (process.env.RANDOM_CASES !== '1') fc.configureGlobal({ seed: 20 })
