/** Kinds of files that are kept as evidence. A file is what its first bytes say, whatever the browser calls it. */

type Looks = (content: Uint8Array) => boolean;

const pdf = begins([0x25, 0x50, 0x44, 0x46, 0x2d]);
const zip = begins([0x50, 0x4b, 0x03, 0x04]);
const office = 'application/vnd.openxmlformats-officedocument';

const KINDS: ReadonlyMap<string, Looks> = new Map([
  ['application/pdf', pdf],
  ['image/png', begins([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', begins([0xff, 0xd8, 0xff])],
  ['text/plain', isText],
  ['text/csv', isText],
  ['application/json', isText],
  [`${office}.wordprocessingml.document`, zip],
  [`${office}.spreadsheetml.sheet`, zip],
  [`${office}.presentationml.presentation`, zip],
]);

export const evidenceMediaTypes: readonly string[] = [...KINDS.keys()];

/** True when the kind is not kept, or the file is another. */
export function mediaTypeProblem(mediaType: string, content: Uint8Array): boolean {
  return !(KINDS.get(mediaType)?.(content) ?? false);
}

function begins(bytes: readonly number[]): Looks {
  return (content) => bytes.every((byte, index) => content[index] === byte);
}

/** UTF-8 or Shift_JIS: in both no zero byte stands in a text. */
function isText(content: Uint8Array): boolean {
  return !content.includes(0);
}
