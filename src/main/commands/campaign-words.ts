// A campaign for people and for programs.

import { dayWords } from '../../app/day-words.ts'
import { legalDay } from '../../app/legal-day.ts'
import { reportTitle } from '../../app/report-title.ts'
import { type Campaign, datesInOrder } from '../../district/campaign.ts'
import type { CommandContext } from './command-context.ts'

type Said = Pick<CommandContext, 'words' | 'say' | 'catalog'>

/** Its report and year; a closed one says so. */
export const campaignTitle = (context: Said, campaign: Campaign): string =>
  context.say(campaign.closedAt === null ? 'campaign.title' : 'campaign.title-closed', {
    report: reportTitle(context, campaign),
  })

/** The practice, and its dates in their order with the law's behind them. */
export const campaignWords = (context: Said, campaign: Campaign): readonly string[] => {
  const { say, words } = context
  const { practice, dates } = campaign
  const set = datesInOrder(practice).flatMap(date => {
    const day = dates[date]
    return day === null
      ? []
      : [
          say('campaign.by', {
            date: words.say(`campaign.date.${practice}.${date}`),
            day: dayWords(words, day),
          }),
        ]
  })
  const legal = say('campaign.legal', {
    day: dayWords(context.words, legalDay(context.catalog, campaign, null)),
  })
  return [say(`campaign.practice.${practice}`), [...set, legal].join(' · ')]
}

export const campaignJson = (context: Pick<Said, 'catalog'>, campaign: Campaign) => {
  const { id, obligation, year, practice, dates, openedAt, closedAt } = campaign
  return {
    ...{
      id,
      obligation,
      year,
      practice,
      dates: { ...dates, legal: legalDay(context.catalog, campaign, null) },
    },
    openedAt: new Date(openedAt).toISOString(),
    closedAt: closedAt === null ? null : new Date(closedAt).toISOString(),
  }
}
