// The channels' contract: the same conversations, called for every channel. It sees what a person sees and does, and
// what stands in the report; it knows no channel.

import { describe, expect, test } from 'vitest'

/** A person in one chat. Each thing they do resolves when all that follows has arrived. */
export type Talker = {
  readonly say: (text: string) => Promise<unknown>
  /** The button of the question in hand. */
  readonly tap: (label: string) => Promise<unknown>
  /** A button of the first card, which is no longer live. */
  readonly tapOld: (label: string) => Promise<unknown>
  /** The earlier message of theirs that says `from` now says `to`. */
  readonly edit: (from: string, to: string) => Promise<unknown>
  /** What the bot said last. */
  readonly last: () => Promise<string>
  /** Names of the documents that arrived. */
  readonly files: () => Promise<readonly string[]>
}

export type Scene = {
  readonly talker: Talker
  /** The report's figures that are not zero. */
  readonly figures: () => Promise<Record<string, unknown>>
  readonly close: () => Promise<unknown>
  /** Absent where the channel cannot do it. */
  readonly sayTwice?: (text: string) => Promise<unknown>
  readonly restart?: () => Promise<unknown>
  /** Somebody without an invitation writes; what they are told. */
  readonly stranger?: () => Promise<string>
}

type Able = { readonly sayTwice: boolean; readonly restart: boolean; readonly stranger: boolean }

const opening = '2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：'
const overview = '（一）健全工作机制。明确专人负责。\n（二）加强业务培训。全年培训两次。'
const problems = '（一）主要问题。栏目更新不够及时。\n（二）改进措施。每周检查一次。'

const toProjects = async ({ tap }: Talker): Promise<void> => {
  await tap('开始填报')
  await tap('政府集中采购')
  await tap('选完了')
}
const projects = 'disclosure.procurement.projects'
const amount = 'disclosure.procurement.amount'

/** Each test has a street's empty report of 2020 and a person who sees its first screen. */
export const channelContract = (name: string, open: () => Promise<Scene>, able: Able): void => {
  const scene = (run: (scene: Scene) => Promise<void>) => async () => {
    const opened = await open()
    try {
      await run(opened)
    } finally {
      await opened.close()
    }
  }

  describe(`the channel ${name}`, () => {
    test(
      'takes a report from the first tap to the document',
      scene(async ({ talker, figures }) => {
        await toProjects(talker)
        await talker.say('53项')
        await talker.say('116万元')
        await talker.tap('没有')
        await talker.tap('没有')
        await talker.say(overview)
        await talker.tap('写完了')
        await talker.say(problems)
        await talker.tap('无')
        await talker.say(opening)
        await talker.tap('生成送审稿')
        expect(await talker.files()).toEqual(['望湖街道2020年度政府信息公开工作年度报告（送审稿）.docx'])
        expect(await figures()).toEqual({ [projects]: 53, [amount]: '116万元' })
      }),
    )

    test(
      'says back what was stored and asks on',
      scene(async ({ talker }) => {
        await toProjects(talker)
        await talker.say('五十三')
        expect(await talker.last()).toMatch(/✓[\s\S]*53[\s\S]*采购总金额/)
      }),
    )

    test(
      'asks again what it could not read, and stores nothing',
      scene(async ({ talker, figures }) => {
        await toProjects(talker)
        const before = await figures()
        await talker.say('五十来个吧')
        expect(await talker.last()).toContain('年报须填报准确数字')
        expect(await figures()).toEqual(before)
      }),
    )

    test(
      'goes back to what was answered, and takes another answer',
      scene(async ({ talker, figures }) => {
        await toProjects(talker)
        await talker.say('53项')
        await talker.say('返回')
        expect(await talker.last()).toContain('53')
        await talker.say('54项')
        expect(await figures()).toMatchObject({ [projects]: 54 })
      }),
    )

    test(
      'changes the figure when its message is edited',
      scene(async ({ talker, figures }) => {
        await toProjects(talker)
        await talker.say('53项')
        await talker.edit('53项', '35项')
        expect(await talker.last()).toContain('已由 53 改为 35')
        expect(await figures()).toMatchObject({ [projects]: 35 })
      }),
    )

    test(
      'does nothing for a button that is no longer live',
      scene(async ({ talker, figures }) => {
        await talker.say('目录')
        const [before, question] = [await figures(), await talker.last()]
        await talker.tapOld('开始填报')
        expect(await figures()).toEqual(before)
        expect(question).toContain('未填')
        await talker.tap('返回')
        expect(await talker.last()).not.toBe('')
      }),
    )

    test.runIf(able.sayTwice)(
      'counts a message that arrives twice once',
      scene(async ({ talker, figures, sayTwice }) => {
        await toProjects(talker)
        await sayTwice?.('53项')
        expect(await figures()).toEqual({ [projects]: 53 })
        expect(await talker.last()).toContain('采购总金额')
        expect(await talker.last()).not.toContain('没有计入')
      }),
    )

    test.runIf(able.restart)(
      'goes on where it was after the bot has been started anew',
      scene(async ({ talker, figures, restart }) => {
        await toProjects(talker)
        await restart?.()
        await talker.say('53项')
        expect(await figures()).toEqual({ [projects]: 53 })
      }),
    )

    test.runIf(able.stranger)(
      'turns away whoever has no invitation',
      scene(async ({ stranger, figures }) => {
        expect(await stranger?.()).toMatch(/邀请|链接/)
        expect(await figures()).toEqual({})
      }),
    )
  })
}
