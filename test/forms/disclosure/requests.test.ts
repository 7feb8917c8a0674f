// N01 and N03: what a sentence says of requests, in the many ways that offices write it, against one table. Every
// sentence here is our own.

import { describe, expect, test } from 'vitest'
import { blocks } from '../../../src/engine/rules/finding.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { but } from './figures.ts'
import { requests, said, year } from './texts.ts'

const rules = (overview: string) =>
  said({ overview })
    .filter(({ rule }) => rule === 'N01' || rule === 'N03')
    .map(({ rule, quote }) => `${rule} ${quote}`)

describe('N01 holds for', () => {
  test.each([
    '本年度共收到政府信息公开申请35件。',
    '本年度共收到政府信息公开申请41件（含上年结转6件）。',
    '全年新收政府信息公开申请35件，上年结转6件，办结37件，结转下年度继续办理4件。',
    '受理公民、法人和其他组织提出的信息公开申请３５件，均已登记。',
    '全年受理依申请公开三十五件。',
    '收办依申请公开案件41件，已办结37件。',
    '年内接收政府信息公开申请共计41 件，答复37件。',
    '答复政府信息公开申请36件，另有1件申请人逾期不补正。',
    '共办理政府信息公开申请41件。',
    '共办理政府信息公开申请37件。',
    '政府信息公开申请共收到35件，其中自然人申请30件，法人或其他组织申请5件。',
    '收到政府信息公开申请41件，其中自然人35件、法人或其他组织6件。',
    '收到依申请公开41件，予以公开17件，部分公开4件，不予公开3件，无法提供6件，不予处理2件，其他处理5件。',
    '对申请的答复中，予以公开和部分公开共21件，不予公开、无法提供共9件。',
    '依申请公开办理结果为：同意公开17件；不同意公开3件；作其他处理（含主动撤回）5件。',
    '在办结的申请中，17件予以公开，4件部分公开，3件不予公开，4件结转下年度办理。',
    '收到信息公开申请35件，加上上年度结转的6件申请，全年办理完毕37件。',
    '收到的申请中，有4件转入下一年度继续办理。',
    `${year}年共收到政府信息公开申请35件，${year - 1}年结转6件，结转至${year + 1}年4件。`,
    '全年收到政府信息公开申请35宗，办结37宗。',
    '收到政府信息公开申请35份，按时答复37份。',
    '收到自然人提出的政府信息公开申请30件。',
    '通过当面、信函、网络等渠道共收到政府信息公开申请35件。',
    '本年度收到政府信息公开申请合计35件次，不予处理决定2件次。',
  ])('%s', sentence => {
    expect(rules(sentence)).toEqual([])
  })
})

describe('what all of them came to', () => {
  const one = (sentence: string, figures: Readonly<Record<string, number>>) =>
    said({ overview: sentence }, 'N01', { entries: but(disclosure2021, figures) }).map(
      ({ severity }) => severity,
    )
  const three = { 'requests.received.natural': 3 }
  const mixed = { ...three, 'requests.granted.natural': 1, 'requests.unavailable-not-held.natural': 2 }
  const granted = { ...three, 'requests.granted.natural': 3 }
  test.each([
    ['共受理政府信息公开申请3件，均已按规定及时予以公开。', mixed],
    ['收到政府信息公开申请3件，全部予以公开。', mixed],
    ['收到政府信息公开申请3件，均为不予公开。', mixed],
    ['收到政府信息公开申请3件（均为自然人），都已依法予以公开。', mixed],
  ])('%s is broken', (sentence, figures) => expect(one(sentence, figures)).toEqual(['error']))
  test.each([
    ['共受理政府信息公开申请3件，均已按规定及时予以公开。', granted],
    ['收到政府信息公开申请3件，均未予以公开。', granted],
    [
      '收到政府信息公开申请3件，均予以公开。',
      { ...three, 'requests.carried-in.natural': 1, 'requests.granted.natural': 4 },
    ],
    ['收到政府信息公开申请3件，均已登记，其中1件予以公开。', mixed],
    ['收到网上申请3件，均予以公开。', mixed],
    ['收到政府信息公开申请3件，均按时答复。', mixed],
  ])('%s holds', (sentence, figures) => expect(one(sentence, figures)).toEqual([]))
})

describe('a count in plain words is asked about and never blocks', () => {
  const plain = (sentence: string) => said({ overview: sentence }, 'N01').map(({ severity }) => severity)
  test.each([
    '收到申请3件。',
    '共收到申请3件。',
    '新收申请3件。',
    '全年受理申请共3件。',
    '接到申请3件。',
    '依申请公开3件。',
    '全年依申请公开事项共3件。',
    '本年度依申请公开为3件。',
    '我街道收到申请3件，均已答复。',
    '全年新收到申请3件。',
  ])('%s', sentence => expect(plain(sentence)).toEqual(['warning']))
  test.each([
    '收到申请35件。',
    '依申请公开37件。',
    '收到救助申请3件。',
    '办理行政许可，收到申请3件。',
    '答复网民留言，收到申请3件。',
    '收到企业申请3件。',
    '认定公文属性，主动公开50件，依申请公开3件。',
  ])('%s holds', sentence => expect(plain(sentence)).toEqual([]))
})

describe('a row named inside a group of results', () => {
  const rows = (sentence: string) => said({ overview: sentence }, 'N01').map(({ message }) => message)
  test.each([
    '依申请公开不予公开3件，其中属于国家秘密2件。',
    '不予公开政府信息公开申请3件（国家秘密1件，三类内部事务信息1件）。',
    '依申请公开无法提供6件，其中本机关不掌握相关政府信息4件、没有现成信息需要另行制作1件。',
    '依申请公开不予处理2件，其中重复申请2件。',
    '依申请公开其他处理5件，其中逾期不补正2件。',
  ])('%s is broken', sentence => expect(rows(sentence)).toEqual(['N01.row']))
  test.each([
    '依申请公开不予公开3件，其中属于国家秘密1件、三类内部事务信息2件。',
    '依申请公开无法提供6件，其中本机关不掌握相关政府信息5件、没有现成信息需要另行制作1件。',
    '依申请公开不予处理2件，其中信访举报投诉类申请2件。',
    '依申请公开不予公开3件，国家秘密和内部事务信息等3件。',
    '审查涉及国家秘密的文件9件。',
    '全区依申请公开不予公开30件，其中国家秘密9件。',
  ])('%s holds', sentence => expect(rows(sentence)).toEqual([]))
})

describe('N01 is broken by', () => {
  test.each([
    ['本年度共收到政府信息公开申请53件。', '53件'],
    ['本年度共收到政府信息公开申请40件（含上年结转6件）。', '40件'],
    ['全年新收政府信息公开申请35件，上年结转9件。', '9件'],
    ['受理公民、法人和其他组织提出的信息公开申请３６件。', '３６件'],
    ['全年受理依申请公开三十六件。', '三十六件'],
    ['收办依申请公开案件35件，已办结73件。', '73件'],
    ['年内接收政府信息公开申请共计 1,041 件。', '1,041 件'],
    ['答复政府信息公开申请38件。', '38件'],
    ['共办理政府信息公开申请47件。', '47件'],
    ['收到政府信息公开申请35件，其中自然人申请13件。', '13件'],
    ['收到政府信息公开申请35件，其中法人或其他组织申请8件。', '8件'],
    ['收到依申请公开35件，予以公开71件，部分公开4件。', '71件'],
    ['收到依申请公开35件，予以公开17件，部分公开14件。', '14件'],
    ['收到依申请公开35件，不予公开8件。', '8件'],
    ['收到依申请公开35件，无法提供5件。', '5件'],
    ['收到依申请公开35件，不予处理0件。', '0件'],
    ['收到依申请公开35件，作其他处理（含申请人撤回）15件。', '15件'],
    ['收到依申请公开35件，予以公开及部分公开17件。', '17件'],
    ['收到依申请公开35件，结转下年度办理6件。', '6件'],
    ['收到政府信息公开申请0件。', '0件'],
    ['在办结的申请中，予以公开17件，5件不予公开。', '5件不予公开'],
    ['政府信息公开申请共收到350件。', '350件'],
    [`${year}年，我局共收到政府信息公开申请25件。`, '25件'],
  ])('%s', (sentence, number) => {
    const found = said({ overview: sentence }, 'N01')
    expect(found.map(({ severity, quote }) => [severity, quote])).toEqual([
      ['error', expect.stringContaining(number)],
    ])
    expect(found.every(blocks)).toBe(true)
  })
})

describe('N01 does not judge', () => {
  test.each([
    '全年受理网络问政182件，答复率100%。',
    '收到行政许可申请1200件，办结1180件。',
    '办理人大代表建议12件、政协提案8件，全部办结。',
    '收到依申请公开35件。受理12345热线工单560件，办结559件。',
    '收到低保申请48件，审核通过40件。',
    '收到公众意见建议75条，采纳60条。',
    '较上年收到的申请52件减少17件。',
    `与${year - 1}年收到的52件相比，减少17件。`,
    '上半年收到政府信息公开申请12件。',
    '近三年累计收到政府信息公开申请120件。',
    '收到政府信息公开申请35件，其中网上申请20件、信函申请15件。',
    '其中通过在线平台收到申请20件。',
    '因涉及个人隐私不予公开1件。',
    '收到申请35件，其中属于国家秘密不予公开1件，因本机关不掌握无法提供5件。',
    '认定公文属性：主动公开50件，依申请公开10件，不予公开20件。',
    '共制发公文80件，其中予以公开60件、不予公开20件。',
    '收到政府信息公开申请约30件。',
    '收到政府信息公开申请30余件。',
    '延期答复3件。',
    '每一件依申请公开都由专人办理。',
    '严格办理每件政府信息公开申请。',
    '不予公开的理由逐条说明，第3件申请已归档。',
    '收到更正政府信息的要求2件。',
    '收到行政复议申请9件，行政复议机关受理8件。',
    '政府信息公开申请办理时限压缩5个工作日。',
    '主动公开重大决策预公开12件，解读政策30件。',
    '各镇街办理依申请公开培训3次，参训120人次。',
    '开展申请办理案例交流2次，答复网民留言50件。',
  ])('%s', sentence => {
    expect(rules(sentence)).toEqual([])
  })

  test('anything while the table is open', () => {
    expect(said({ overview: '收到政府信息公开申请53件，予以公开9件。' }, 'N01', { entries: {} })).toEqual([])
  })
})

describe('N03 asks and does not block', () => {
  test.each([
    '区政府办代表区政府收到政府信息公开申请12件。',
    '全区共收到政府信息公开申请412件。',
    '收到上级交办的政府信息公开申请2件。',
    '其中政府本级办结政府信息公开申请9件。',
    '全区备案政府信息公开申请128件，其中办结120件。',
    '转办政府信息公开申请3件，共受理依申请公开3件。',
  ])('%s', sentence => {
    const found = said({ overview: sentence }).filter(({ rule }) => rule === 'N01' || rule === 'N03')
    expect(found.filter(blocks)).toEqual([])
    expect(found.every(({ rule }) => rule === 'N03')).toBe(true)
  })

  test('about a count of answers that may leave out a part of what was withdrawn', () => {
    const entries = but(disclosure2021, {
      ...requests,
      'requests.other-rest.natural': 13,
      'requests.received.natural': 40,
    })
    const of = (sentence: string) =>
      said({ overview: sentence }, undefined, { entries }).filter(({ rule }) => /^N0[13]$/.test(rule))
    expect(of('答复政府信息公开申请47件。')).toEqual([])
    expect(of('答复政府信息公开申请40件。')).toMatchObject([
      { rule: 'N03', severity: 'warning', message: 'N03.part' },
    ])
    expect(of('答复政府信息公开申请40件，申请人撤回申请7件。')).toEqual([])
    expect(of('答复政府信息公开申请48件。')).toMatchObject([{ rule: 'N01' }])
  })
})

test('a blank total does not make a figure of the columns wrong', () => {
  const entries = but(disclosure2021, { ...requests, 'requests.granted.total': null })
  expect(said({ overview: '收到依申请公开35件，予以公开17件。' }, 'N01', { entries })).toEqual([])
})

test('the edition of 2019 is read alike', () => {
  const entries = but(disclosure2019, {
    'requests.received.natural': 8,
    'requests.granted.natural': 5,
    'requests.other.natural': 2,
    'requests.carried-out.natural': 1,
  })
  const of = (overview: string) => said({ overview }, 'N01', { form: disclosure2019, entries }).length
  expect(of('收到政府信息公开申请8件，答复7件，予以公开5件，其他处理2件，结转下年度1件。')).toBe(0)
  expect(of('收到政府信息公开申请8件，答复5件。')).toBe(0)
  expect(of('收到政府信息公开申请9件，答复8件，其他处理3件。')).toBe(3)
})
