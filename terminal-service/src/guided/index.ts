// Public face: what the rules of a guided demo allow. Free of terminals, so that the CMS can check demos with it.

export { checkRule, type RuleVerdict, testRules, type Verdict } from './rules.ts'
