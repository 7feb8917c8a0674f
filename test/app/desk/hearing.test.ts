// The askings of an office in its own words: which asking each is, and what it is about.

import { describe, expect, test } from 'vitest'
import { dayHeard } from '../../../src/app/desk/hearing/day-heard.ts'
import { withoutWeak } from '../../../src/app/desk/hearing/signs.ts'
import { typedAsking } from '../../../src/app/desk/typed-asking.ts'
import { createWords } from '../../../src/i18n/words.ts'
import blind from './askings-heard.json' with { type: 'json' }

const words = createWords('zh-CN')
const heard = (said: string) => {
  const read = typedAsking(words, said)
  return [read?.asking, withoutWeak(words, read?.text ?? '')]
}

describe('a supervisor who says', () => {
  test.each([
    ['进度怎么样了', 'progress', ''],
    ['报得咋样了', 'progress', ''],
    ['还差谁', 'missing', ''],
    ['还差几家', 'missing', ''],
    ['哪些单位没交', 'missing', ''],
    ['没报的有哪些', 'missing', ''],
    ['现在还有谁没报上来？', 'missing', ''],
    ['住建局交了没', 'progress', '住建局'],
    ['交通局报了吗', 'progress', '交通局'],
    ['街道交齐了没', 'progress', '街道'],
    ['部门还差谁', 'missing', '部门'],
    ['把没交的名单发我', 'names', ''],
    ['没交的电话', 'names', ''],
    ['退回几家了', 'returned', ''],
    ['退回的改了没', 'returned', ''],
    ['今天交了几家', 'arrivals', ''],
    ['今天有谁交', 'arrivals', ''],
    ['昨天交了几家', 'arrivals', ''],
    ['还有几家没看', 'queue', ''],
    ['我还要审几家', 'queue', ''],
    ['零报告有几家', 'zeros', ''],
    ['盖章件谁没交', 'unsealed', ''],
    ['公开了几家', 'published', ''],
    ['谁还没挂网', 'published', ''],
    ['昨天催的谁有回音', 'echo', ''],
    ['西门街道是谁在填，电话多少', 'people', '西门街道'],
    ['农业农村局要晚两天', 'extend', '农业农村局'],
    ['延到25号', 'extend', ''],
    ['去年这个时候交了几家', 'last-year', ''],
    ['司法局换人了', 'change-filler', '司法局'],
    ['主任问还有几家，怎么回', 'reply', ''],
    ['给没交的再催一遍', 'remind', ''],
    ['谁家申请最多', 'figures', ''],
    ['全区今年收了多少申请', 'figures', ''],
    ['商务局撤了，不用报了', 'exempt', '商务局'],
    ['写个群里的通知', 'chase', ''],
    ['收到', 'thanks', ''],
    ['好', 'thanks', ''],
    ['辛苦了', 'thanks', ''],
    ['发链接 西门 王芳', 'invite', '西门 王芳'],
  ])('“%s” asks %s about “%s”', (said, asking, about) => {
    expect(heard(said)).toEqual([asking, about])
  })

  test.each(['住建局', '西门', '开发区', '农业局', '东门街道'])('a unit as %s asks about it', name => {
    for (const [said, asking] of [
      [`${name}交了没`, 'progress'],
      [`${name}还没报吗？`, 'missing'],
      [`${name}盖章件交了没有`, 'unsealed'],
      [`${name}挂网了吗`, 'published'],
      [`${name}退回的改好了没`, 'returned'],
      [`${name}谁在填`, 'people'],
      [`${name}要延到25号`, 'extend'],
      [`${name}换人了`, 'change-filler'],
    ] as const)
      expect(heard(said)).toEqual([asking, name])
  })
})

/** Written by somebody who had not seen the signs. Null: answered with what can be asked. */
test.each(blind)('“$said” is heard as $asking', ({ said, asking, about }) => {
  const read = typedAsking(words, said)
  expect(read?.asking ?? null).toBe(asking)
  if (about !== null) expect(withoutWeak(words, read?.text ?? '')).toBe(about)
})

test.each([
  ['延到25号', '2027-01-25'],
  ['延到1月25日', '2027-01-25'],
  ['延到 3 号', '2027-02-03'],
  ['晚两天', '2027-01-24'],
  ['缓一周', '2027-01-29'],
  ['延到下周一', '2027-01-25'],
  ['周五前报', '2027-01-22'],
  ['2027-02-01', '2027-02-01'],
  ['延到2月30日', null],
  ['延期', null],
])('“%s” names %s', (said, day) => {
  expect(dayHeard(words, said.replaceAll(' ', ''), { today: '2027-01-20', due: '2027-01-22' })).toBe(day)
})

test.each([
  ['who has not handed in', 'missing', ''],
  ['has West Gate handed in', 'progress', 'west gate'],
  ['who handed in today', 'arrivals', ''],
  ['the director asks how many are left', 'reply', 'left'],
])('in English “%s” asks %s', (said, asking, about) => {
  const en = createWords('en')
  const read = typedAsking(en, said)
  expect([read?.asking, withoutWeak(en, read?.text ?? '')]).toEqual([asking, about])
})
