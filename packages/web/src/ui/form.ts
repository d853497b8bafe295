/** What a form that was sent holds in a field; a file is no text. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The same without the space around it: for names and addresses, never for passwords. */
export function trimmedOf(form: FormData, name: string): string {
  return textOf(form, name).trim();
}
