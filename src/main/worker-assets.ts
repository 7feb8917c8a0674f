// The web channel's files in a Worker: the bundle takes them as texts (the rules in wrangler.toml). On one machine
// web-assets.ts reads them.

import htmx from 'htmx.org/dist/htmx.min.js'
import barStyle from '../channels/web/assets/bar.css'
import beside from '../channels/web/assets/beside.js'
import chatStyle from '../channels/web/assets/chat.css'
import chat from '../channels/web/assets/chat.js'
import choices from '../channels/web/assets/choices.js'
import controlsStyle from '../channels/web/assets/controls.css'
import districtStyle from '../channels/web/assets/district.css'
import dockStyle from '../channels/web/assets/dock.css'
import field from '../channels/web/assets/field.js'
import filesStyle from '../channels/web/assets/files.css'
import files from '../channels/web/assets/files.js'
import left from '../channels/web/assets/left.js'
import menu from '../channels/web/assets/menu.js'
import news from '../channels/web/assets/news.js'
import pageStyle from '../channels/web/assets/page.css'
import page from '../channels/web/assets/page.js'
import paperStyle from '../channels/web/assets/paper.css'
import paper from '../channels/web/assets/paper.js'
import reviewStyle from '../channels/web/assets/review.css'
import sheetFields from '../channels/web/assets/sheet-fields.js'
import sheetSaving from '../channels/web/assets/sheet-saving.js'
import tableStyle from '../channels/web/assets/table.css'
import table from '../channels/web/assets/table.js'
import unsent from '../channels/web/assets/unsent.js'
import view from '../channels/web/assets/view.js'
import type { Assets } from '../channels/web/assets.ts'

export const workerAssets: Assets = {
  'page.css': pageStyle,
  'controls.css': controlsStyle,
  'bar.css': barStyle,
  'district.css': districtStyle,
  'review.css': reviewStyle,
  'chat.css': chatStyle,
  'dock.css': dockStyle,
  'files.css': filesStyle,
  'table.css': tableStyle,
  'paper.css': paperStyle,
  'htmx.js': htmx,
  'menu.js': menu,
  'left.js': left,
  'page.js': page,
  'view.js': view,
  'field.js': field,
  'news.js': news,
  'unsent.js': unsent,
  'choices.js': choices,
  'files.js': files,
  'paper.js': paper,
  'chat.js': chat,
  'table.js': table,
  'sheet-fields.js': sheetFields,
  'sheet-saving.js': sheetSaving,
  'beside.js': beside,
}
