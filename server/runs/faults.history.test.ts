import { testEveryCall } from './testing/every-call.ts'

testEveryCall(false)
