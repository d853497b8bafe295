import { defineLive } from '../../../code/index.ts';
import type { EssentialContacts } from './shape.ts';
import { terraform } from './terraform.ts';

/** Live every project is judged: no contact is an answer. Contacts of the folders and the organization above are among those of a project. */
export const live = defineLive<EssentialContacts>({ ...terraform, anchor: (context) => context.all('google_project')[0] ?? null });
