import { testEveryCall } from './testing/every-call.ts'
import { decisionKit } from './testing/history.ts'

testEveryCall({ kit: decisionKit, size: 50 }, false)
