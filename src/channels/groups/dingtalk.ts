// The robot of a group of 钉钉 (open.dingtalk.com/document/robots/custom-robot-access): 20 messages a minute, and who sends
// more is shut out for ten minutes.

import { answerOf, codeIn, type Robot } from './robot.ts'
import { signDingtalk } from './sign.ts'

export const dingtalk: Robot = {
  limits: [{ most: 20, ms: 60_000 }],
  callOf: async ({ address, secret }, text, now) => {
    const url = new URL(address)
    if (secret !== null) {
      url.searchParams.set('timestamp', String(now))
      url.searchParams.set('sign', await signDingtalk(secret, now))
    }
    return { url: url.href, body: { msgtype: 'text', text: { content: text } } }
  },
  readAnswer: body => answerOf(codeIn(body, 'errcode'), { 130101: 10 }),
}
