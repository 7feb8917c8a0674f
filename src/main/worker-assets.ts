// The web channel's files in a Worker: the bundle takes them as texts (the rules in wrangler.toml). On one machine
// web-assets.ts reads them.

import htmx from 'htmx.org/dist/htmx.min.js'
import chatStyle from '../channels/web/assets/chat.css'
import chat from '../channels/web/assets/chat.js'
import menu from '../channels/web/assets/menu.js'
import pageStyle from '../channels/web/assets/page.css'
import tableStyle from '../channels/web/assets/table.css'
import table from '../channels/web/assets/table.js'
import type { Assets } from '../channels/web/assets.ts'

export const workerAssets: Assets = {
  'page.css': pageStyle,
  'chat.css': chatStyle,
  'table.css': tableStyle,
  'htmx.js': htmx,
  'menu.js': menu,
  'chat.js': chat,
  'table.js': table,
}
