// For endpoints of hosts that answer as the plugin's own do: a small JSON body in, JSON or problem+json out.
export { answering, json } from '../endpoints/answer.ts'
export { parseJson, readJson, readText } from '../endpoints/body.ts'
export { Refusal } from '../errors.ts'
