// Phrases that somebody may paste or send to keep a pattern busy, each repeated to any length. It judges nothing.

/** By what they are made for; the ordinary one stands beside them as a measure. */
export const hostilePhrases: Readonly<Record<string, string>> = {
  ordinary:
    '全年主动公开政府信息135条，其中政府网站公开87条、政务微信公众号公开48条。收到政府信息公开申请35件，予以公开14件，不予公开3件，均已按期答复。本机关将继续加强政务公开队伍建设。\n',
  'numeral signs': '万',
  'plain digits': '1',
  'digits and points': '1.2',
  'digits and commas': '111,',
  'counts of requests': '收到依申请公开10件',
  'counts with their parts': '收到10件，其中1件、',
  'counts in brackets': '3件（其中2件）',
  'applicants without end': '未收到公民或者企业法人等以及',
  'received from whom': '收到公民或者企业法人或者',
  'all of them answered': '均按照依法依规全部给予',
  'lists of parts': '包括主动公开、申请、',
  'growth without a count': '较上年同期申请量总量，大幅',
  'other bodies': '由市人民政府办公室街道',
  'open brackets': '（',
  'open titles': '《',
  addresses: 'www.a.',
  'signs before an at': 'a.',
  zeros: '〇',
  crosses: '×',
  'questions of fees': '公开收取元',
  'labels before nothing': '转结顺延延续',
  'short lines': '（一）主动公开情况\n',
  'short sentences': '收到申请1件。',
  shares: '申请3件，占比1%。',
  'records without a fault': '无行政复议被纠错均获维持',
  periods: '统计期限2025年1月1日至',
  'signs of all sorts': '①',
  spaces: ' ',
  emoji: '😀',
}

/** The phrase over and over, `length` signs long, begun by `head` so that it was never read before. */
export const hostileText = (phrase: string, length: number, head = ''): string =>
  (head + phrase.repeat(Math.ceil(length / phrase.length))).slice(0, length)
