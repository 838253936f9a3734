export { definePolicy } from './policy/define.js'
export { readPolicy } from './policy/read.js'
export { policySchema } from './policy/schema.js'
