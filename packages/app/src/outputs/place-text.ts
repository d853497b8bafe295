/** `network.tf:12`; only the file when no line is known, empty when it is written nowhere. */
export function placeText({ file, line }: { readonly file: string | null; readonly line: number | null }): string {
  return file === null ? '' : line === null ? file : `${file}:${line}`;
}
