// The manifest, by which a browser puts the page on the home screen (W3C, "Web Application Manifest").

import type { WebWords } from '../../i18n/words.ts'
import type { AssetUrls } from './assets.ts'

export const manifestOf = (words: WebWords, assets: AssetUrls) => ({
  name: words.say('product', { reports: words.reports }),
  short_name: words.say('product.short'),
  lang: words.locale,
  start_url: '/chat',
  scope: '/',
  display: 'standalone',
  background_color: '#e9eef4',
  theme_color: '#0b5cad',
  icons: [
    { src: assets.url('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
    { src: assets.url('icon.png'), sizes: '180x180', type: 'image/png' },
  ],
})
