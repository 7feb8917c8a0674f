// The books of the bot's own voice: what it says in chats, on pages and on the command line. They name no statute.
// zh-CN has the keys; another language has them all (a test compares).

import enBot from '../../locales/en/bot.json' with { type: 'json' }
import enCli from '../../locales/en/cli.json' with { type: 'json' }
import enDesk from '../../locales/en/desk.json' with { type: 'json' }
import enDistrict from '../../locales/en/district.json' with { type: 'json' }
import enWeb from '../../locales/en/web.json' with { type: 'json' }
import zhBot from '../../locales/zh-CN/bot.json' with { type: 'json' }
import zhCli from '../../locales/zh-CN/cli.json' with { type: 'json' }
import zhDesk from '../../locales/zh-CN/desk.json' with { type: 'json' }
import zhDistrict from '../../locales/zh-CN/district.json' with { type: 'json' }
import zhWeb from '../../locales/zh-CN/web.json' with { type: 'json' }

const zh = { bot: zhBot, web: zhWeb, cli: zhCli, desk: zhDesk, district: zhDistrict }

type Books = { readonly [book in keyof typeof zh]: { readonly [key in keyof (typeof zh)[book]]: string } }

export type BotKey = keyof typeof zhBot
export type WebKey = keyof typeof zhWeb
export type CliKey = keyof typeof zhCli
export type DeskKey = keyof typeof zhDesk
export type DistrictKey = keyof typeof zhDistrict

export const books = {
  'zh-CN': zh,
  en: { bot: enBot, web: enWeb, cli: enCli, desk: enDesk, district: enDistrict } satisfies Books,
}

/** Whether the bot has words for a key that was put together at run time: one for a kind of answer, say. */
export const isBotKey = (key: string): key is BotKey => Object.hasOwn(zhBot, key)

/** Whether the command line has words for a key that was put together at run time. */
export const isCliKey = (key: string): key is CliKey => Object.hasOwn(zhCli, key)
