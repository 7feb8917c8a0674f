// The addresses at which robots take words: only those of their own makers, over https, so that nothing is ever sent
// elsewhere. Formats as their makers publish them.

import type { GroupKind, RobotAccess } from '../ports/groups.ts'

type Maker = {
  readonly origins: readonly string[]
  readonly path: RegExp
  /** The parameter that holds the robot's key; null where the path does. */
  readonly key: string | null
  readonly signs: boolean
  /** The longest text of one message, in bytes of UTF-8. */
  readonly mostBytes: number
}

/**
 * open.dingtalk.com/document/robots/custom-robot-access · developer.work.weixin.qq.com/document/path/91770 (text: 2,048
 * bytes) · open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (a body of 20 KB).
 */
export const makers: Readonly<Record<GroupKind, Maker>> = {
  dingtalk: {
    origins: ['https://oapi.dingtalk.com'],
    path: /^\/robot\/send$/,
    ...{ key: 'access_token', signs: true, mostBytes: 15_000 },
  },
  wecom: {
    origins: ['https://qyapi.weixin.qq.com'],
    path: /^\/cgi-bin\/webhook\/send$/,
    ...{ key: 'key', signs: false, mostBytes: 2_048 },
  },
  feishu: {
    origins: ['https://open.feishu.cn', 'https://open.larksuite.com'],
    path: /^\/open-apis\/bot\/v2\/hook\/[\w-]{8,100}$/,
    ...{ key: null, signs: true, mostBytes: 15_000 },
  },
}

export type AddressProblem = 'address' | 'secret'

/** Null where robots of this kind take words there. */
export const addressProblem = (kind: GroupKind, { address, secret }: RobotAccess): AddressProblem | null => {
  const { origins, path, key, signs } = makers[kind]
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !origins.includes(url.origin) || !path.test(url.pathname)) return 'address'
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'address'
  const names = [...url.searchParams.keys()]
  if (
    key === null
      ? names.length > 0
      : names.join() !== key || !/^[\w-]{8,200}$/.test(url.searchParams.get(key) ?? '')
  )
    return 'address'
  if (secret === null) return null
  return signs && /^[\w-]{8,200}$/.test(secret) ? null : 'secret'
}
