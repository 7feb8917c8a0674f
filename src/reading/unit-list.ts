// The words of a list of units as offices keep it: heads of columns, levels, ticks, and how a unit is summed. It must
// not tell a flag from a name: 分局 and 开发区 are asked, district by district.

import { fold } from './fold.ts'
import { tableHead } from './table-head.ts'
import { readYesNo } from './yes-no.ts'

export type UnitColumn = 'name' | 'parent' | 'level' | 'files' | 'publishes' | 'counts' | 'way'

const heads: Readonly<Record<UnitColumn, string>> = {
  name: '单位名称 单位 名称 单位全称 全称 机构名称 填报单位 报告单位 编制主体 编制主体名称 部门名称 name unit',
  parent: '上级 上级单位 上级单位名称 上级部门 上级机关 主管部门 主管单位 隶属单位 隶属 所属单位 parent',
  level: '层级 级别 单位层级 单位级别 单位类别 单位类型 类别 类型 level',
  files: '在本区报送 本区报送 报送 需报送 应报送 files',
  publishes: '在本区网站发布 在本区网站公开 本区网站发布 本区网站公开 网站发布 网站公开 发布 公开 publishes',
  counts: '计入本区汇总 计入汇总 本区汇总 汇总 counts',
  way: '汇总方式 汇总办法 way',
}

const columns = new Map(
  Object.entries(heads).flatMap(([column, words]) =>
    words.split(' ').map(word => [word, column as UnitColumn] as const),
  ),
)

/** The column of a head; a county's list says 本县 and 县网站. */
export const unitColumn = (head: string): UnitColumn | undefined => columns.get(tableHead(head))

const levels: Readonly<Record<string, string>> = {
  province: '省 省级 自治区 直辖市',
  city: '市 市级 地市 地级市 设区市 设区的市 州 盟',
  county: '县 区 县级 区级 县区 区县 市辖区 县级市 旗 区政府 县政府 区本级 县本级 本级 区政府本级',
  town: '镇 乡 镇级 乡级 乡镇 镇乡 乡镇级 乡镇政府 镇政府 乡政府 民族乡',
  street: '街道 街道办 街道办事处 镇街',
  bureau:
    '部门 局 委办局 区级部门 县级部门 区直部门 县直部门 区直单位 县直单位 政府部门 工作部门 区属部门 局办',
}

const levelWords = new Map(
  Object.entries(levels).flatMap(([level, words]) => words.split(' ').map(word => [word, level] as const)),
)

/** The level as reports write it (`street`); the words themselves where they are none of ours. 镇街 tells neither. */
export const unitLevel = (words: string): string => {
  const plain = fold(words).replace(/\s/g, '').toLowerCase()
  return plain === '镇街' ? words : (levelWords.get(plain) ?? plain)
}

const isTick = (plain: string): boolean => /^[√✓✔☑■●]$/u.test(plain)

/** A flag's cell: yes, no, a tick, nothing, or words that are none of these. */
export const unitFlag = (words: string): boolean | 'tick' | 'blank' | 'unclear' => {
  const plain = fold(words).trim().toLowerCase()
  if (plain === '') return 'blank'
  if (isTick(plain)) return 'tick'
  if (/^(?:1|true|是|报|需|应|计入|发布|公开)$/.test(plain)) return true
  if (/^(?:0|false|×|✗|✘|x|不报|免报|不计入|不发布|不公开)$/.test(plain)) return false
  return readYesNo(plain) ?? 'unclear'
}

const countsBy: Readonly<Record<string, boolean>> = {
  单独报: true,
  单独报送: true,
  单独填报: true,
  计入: true,
  计入汇总: true,
  计入本区汇总: true,
  本区汇总: true,
  由他处汇总: false,
  他处汇总: false,
  上级汇总: false,
  由上级汇总: false,
  不计入: false,
  不计入汇总: false,
  不计入本区汇总: false,
  不汇总: false,
}

/** Whether a unit that is summed in this way (汇总方式) counts in the district's sums; undefined for other words. */
export const countsInWay = (words: string): boolean | undefined => {
  const plain = fold(words)
    .replace(/\s/g, '')
    .replace(/本[县市旗州]/g, '本区')
  return Object.hasOwn(countsBy, plain) ? countsBy[plain] : undefined
}

/** A row that closes a table and names no unit: 合计, 共 60 家, 注：…. */
export const isTableEnd = (name: string): boolean =>
  /^(?:合计|总计|小计|共计|注|备注|说明|填表人|联系人|制表)(?:$|[\s:：(（\d])|^共\s?\d{1,4}\s?[家个]/u.test(
    fold(name).trim(),
  )
