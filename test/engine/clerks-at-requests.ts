// Sayings of clerks at 表三 and 表四, written from the offices' words and the statute alone by somebody who had not seen the reader.

import type { Saying } from './sayings.ts'

export const clerksAtRequests: readonly Saying[] = [
  {
    at: 'requests.?',
    said: '收到个人申请6件，公司2件，上年没有结转的',
    expected: {
      'requests.received.natural': 6,
      'requests.received.business': 2,
      'requests.carried-in.natural': 0,
      'requests.carried-in.business': 0,
      'requests.carried-in.research': 0,
      'requests.carried-in.welfare': 0,
      'requests.carried-in.legal': 0,
      'requests.carried-in.other': 0,
    },
  },
  {
    at: 'requests.received.natural',
    said: '自然人新收7件，上年结转1件，予以公开4件，部分公开1件，信息不存在2件，结转下年1件',
    expected: {
      'requests.received.natural': 7,
      'requests.carried-in.natural': 1,
      'requests.granted.natural': 4,
      'requests.partly-granted.natural': 1,
      'requests.unavailable-not-held.natural': 2,
      'requests.carried-out.natural': 1,
    },
  },
  {
    at: 'requests.received.natural',
    said: '3　1　0　0　0　0　4',
    expected: {
      'requests.received.natural': 3,
      'requests.received.business': 1,
      'requests.received.research': 0,
      'requests.received.welfare': 0,
      'requests.received.legal': 0,
      'requests.received.other': 0,
    },
  },
  {
    at: 'requests.received.legal',
    said: '律所新收2件，都是本机关不掌握',
    expected: { 'requests.received.legal': 2, 'requests.unavailable-not-held.legal': 2 },
  },
  {
    at: 'requests.?',
    said: '个人：新收6公开4重复申请1结转下年1',
    // 公开 alone is (一) or (二) of the form, so it is asked.
    chosen: '予以公开',
    expected: {
      'requests.received.natural': 6,
      'requests.granted.natural': 4,
      'requests.declined-duplicate.natural': 1,
      'requests.carried-out.natural': 1,
    },
  },
  {
    at: 'requests.granted.natural',
    said: '不予公开里面 内部事务 2、过程性信息 1、执法案卷 3',
    expected: {
      'requests.refused-internal.natural': 2,
      'requests.refused-process.natural': 1,
      'requests.refused-enforcement-file.natural': 3,
    },
  },
  {
    at: 'requests.granted.natural',
    given: {
      'requests.received.natural': 6,
      'requests.granted.natural': 3,
      'requests.unavailable-not-held.natural': 2,
      'requests.carried-out.natural': 0,
    },
    said: '予以公开改成4件',
    expected: { 'requests.granted.natural': 4 },
  },
  {
    at: 'requests.granted.natural',
    said: '有1件信访投诉的没受理，按不予处理答复的',
    // Two clauses tell one result; neither is read whole.
    notTaken: true,
    expected: { 'requests.declined-petition.natural': 1 },
  },
  {
    at: 'requests.granted.natural',
    said: '申请人自己撤回１件',
    expected: { 'requests.other-rest.natural': 1 },
  },
  {
    at: 'requests.?',
    said: '商业企业新收两件，两件都予以公开了，其余都没有',
    rest: 'requests',
    expected: { 'requests.received.business': 2, 'requests.granted.business': 2 },
  },
  {
    at: 'requests.?',
    said: '新收：个人3，企业1\n办理：个人公开2，不掌握1；企业公开1',
    // 公开 alone is (一) or (二) of the form, so it is asked.
    chosen: '予以公开',
    expected: {
      'requests.received.natural': 3,
      'requests.received.business': 1,
      'requests.granted.natural': 2,
      'requests.unavailable-not-held.natural': 1,
      'requests.granted.business': 1,
    },
  },
  {
    at: 'requests.?',
    said: '全年一共收到申请12件',
    expected: 'nothing',
  },
  {
    at: 'requests.received.natural',
    said: '隔壁小港街道收了8件',
    expected: 'nothing',
  },
  {
    at: 'requests.received.natural',
    said: '上年结转的3件要不要再填到新收里？',
    expected: 'nothing',
  },
  {
    at: 'requests.received.natural',
    said: '全区收到326件',
    expected: 'nothing',
  },
  {
    at: 'requests.granted.natural',
    said: '5月12号申请的那件已经答复了',
    expected: 'nothing',
  },
  {
    at: 'requests.granted.natural',
    said: '不予公开2件',
    expected: 'ask',
  },
  {
    at: 'requests.received.natural',
    said: '结转2件',
    expected: 'ask',
  },
  {
    at: 'disputes.?',
    said: '复议2件，维持1件，还有1件没审结',
    expected: { 'disputes.review.upheld': 1, 'disputes.review.pending': 1 },
  },
  {
    at: 'disputes.?',
    said: '未经复议直接起诉的3件：2件结果维持，1件尚未审结。复议后起诉的1件，法院还没判',
    expected: {
      'disputes.suit-direct.upheld': 2,
      'disputes.suit-direct.pending': 1,
      'disputes.suit-after-review.pending': 1,
    },
  },
  {
    at: 'disputes.?',
    said: '复议0诉讼0',
    expected: {
      'disputes.review.upheld': 0,
      'disputes.review.corrected': 0,
      'disputes.review.other': 0,
      'disputes.review.pending': 0,
      'disputes.suit-direct.upheld': 0,
      'disputes.suit-direct.corrected': 0,
      'disputes.suit-direct.other': 0,
      'disputes.suit-direct.pending': 0,
      'disputes.suit-after-review.upheld': 0,
      'disputes.suit-after-review.corrected': 0,
      'disputes.suit-after-review.other': 0,
      'disputes.suit-after-review.pending': 0,
    },
  },
  {
    at: 'disputes.?',
    given: { 'disputes.review.upheld': 2, 'disputes.review.pending': 1 },
    said: '复议那件没审结的上周结了，维持改成3，尚未审结改成0',
    expected: { 'disputes.review.upheld': 3, 'disputes.review.pending': 0 },
  },
  {
    at: 'disputes.?',
    said: '2025年复议2件，2026年的司法局还没给数',
    expected: 'nothing',
  },
  {
    at: 'disputes.?',
    said: '行政诉讼1件，结果维持',
    expected: 'ask',
  },
]
