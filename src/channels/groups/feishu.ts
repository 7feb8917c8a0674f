// The robot of a group of 飞书 (open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): 100 messages a minute and five a
// second.

import { answerOf, codeIn, type Robot } from './robot.ts'
import { signFeishu } from './sign.ts'

export const feishu: Robot = {
  limits: [
    { most: 100, ms: 60_000 },
    { most: 5, ms: 1_000 },
  ],
  callOf: async ({ address, secret }, text, now) => {
    const content = { msg_type: 'text', content: { text } }
    if (secret === null) return { url: address, body: content }
    const seconds = Math.floor(now / 1_000)
    const sign = await signFeishu(secret, seconds)
    return { url: address, body: { timestamp: String(seconds), sign, ...content } }
  },
  readAnswer: body => answerOf(codeIn(body, 'code', 'StatusCode'), { 11232: 1, 99991400: 1 }),
}
