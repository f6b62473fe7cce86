import { testEveryCall } from './testing/every-call.ts'

testEveryCall(true)
