// The robot of a group of 企业微信 (developer.work.weixin.qq.com/document/path/91770): 20 messages a minute. It does not sign;
// its address is the secret.

import { answerOf, codeIn, type Robot } from './robot.ts'

export const wecom: Robot = {
  limits: [{ most: 20, ms: 60_000 }],
  callOf: async ({ address }, text) => ({ url: address, body: { msgtype: 'text', text: { content: text } } }),
  readAnswer: body => answerOf(codeIn(body, 'errcode'), { 45009: 1 }),
}
