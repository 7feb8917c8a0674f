// Style sheets, scripts and icons under addresses that change with their content, so that browsers may keep them. All
// share one version: a script's own imports are relative.

import { Hono } from 'hono'
import { icon, touchIcon } from './icon.ts'

/** The texts that stand in `assets/`, and htmx from its package. */
export const assetNames = [
  'page.css',
  'controls.css',
  'bar.css',
  'chat.css',
  'dock.css',
  'files.css',
  'table.css',
  'paper.css',
  'district.css',
  'review.css',
  'htmx.js',
  'menu.js',
  'left.js',
  'page.js',
  'view.js',
  'field.js',
  'news.js',
  'unsent.js',
  'choices.js',
  'files.js',
  'paper.js',
  'chat.js',
  'table.js',
  'sheet-fields.js',
  'sheet-saving.js',
  'beside.js',
] as const

type TextName = (typeof assetNames)[number]
export type AssetName = TextName | 'icon.svg' | 'icon.png'

/** By name, brought by main. */
export type Assets = Readonly<Record<TextName, string>>

export type AssetUrls = { readonly url: (name: AssetName) => string }

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const

export const createAssets = (assets: Assets): AssetUrls & { readonly routes: Hono } => {
  const files: Readonly<Record<AssetName, string | Uint8Array<ArrayBuffer>>> = {
    ...assets,
    'icon.svg': icon,
    'icon.png': touchIcon,
  }
  const version = hashOf(Object.values(assets).join('\n') + icon)
  const routes = new Hono()
  routes.get('/assets/:version/:name', (c, next) => {
    const { name, version: wanted } = c.req.param()
    if (!Object.hasOwn(files, name) || wanted !== version) return next()
    return c.body(files[name as AssetName], 200, {
      'Content-Type': types[name.slice(name.lastIndexOf('.') + 1) as keyof typeof types],
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
  return { url: name => `/chat/assets/${version}/${name}`, routes }
}

/** FNV-1a, 32 bits: tells contents apart, no more. */
const hashOf = (text: string): string => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(36)
}
