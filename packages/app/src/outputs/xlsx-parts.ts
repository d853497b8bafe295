/** The parts of a workbook that hold no data: ECMA-376 part 1, 18.2 (workbook), 18.8 (styles); part 2 (package). */

/** Places in `cellXfs` of the styles below. */
export const STYLE = { header: 1, time: 2, wrapped: 3, quoted: 4, quotedWrapped: 5 } as const;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `names` are escaped. */
export function workbookPart(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const each = Array.from({ length: sheets }, (_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}${relation(sheets + 1, 'styles', 'styles.xml')}</Relationships>`;
}

export function packageRelations(): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
}

export function contentTypes(sheets: number): string {
  const part = (path: string, type: string): string => `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet'));
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('workbook.xml', 'sheet.main'),
    part('styles.xml', 'styles'),
    ...each,
    '</Types>',
  ].join('');
}

/** Bold header on gray, times to the second, texts on several lines, texts that stay texts. */
export function styles(): string {
  const fill = (type: string, color = ''): string => `<fill><patternFill patternType="${type}">${color}</patternFill></fill>`;
  const cell = (rest: string, inner = ''): string => `<xf fontId="0" borderId="0" xfId="0" ${rest}>${inner}</xf>`;
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const cells = [
    cell('numFmtId="0" fillId="0"'),
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>',
    cell('numFmtId="164" fillId="0" applyNumberFormat="1"'),
    cell('numFmtId="0" fillId="0" applyAlignment="1"', wrap),
    cell('numFmtId="49" fillId="0" applyNumberFormat="1" quotePrefix="1"'),
    cell('numFmtId="49" fillId="0" applyNumberFormat="1" applyAlignment="1" quotePrefix="1"', wrap),
  ];
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  return [
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>`,
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
    `<fills count="3">${fill('none')}${fill('gray125')}${fill('solid', '<fgColor rgb="FFE7EBF0"/><bgColor indexed="64"/>')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
