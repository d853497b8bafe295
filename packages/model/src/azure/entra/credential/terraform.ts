import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, present, unresolved } from '../../../code/index.ts';
import type { Credential } from './shape.ts';

const DAY_MS = 86_400_000;

/** Source: hashicorp/azuread documentation of azuread_application_password and azuread_service_principal_password, read 2026-11-22: two years unless told otherwise. */
export const terraform = defineTerraform<Credential>({
  types: ['azuread_application_password', 'azuread_service_principal_password'],
  identity: ['display_name'],
  read: (credential) => ({ lifetimeDays: lifetime(credential) }),
});

function lifetime(credential: BlockReader): Leaf<number> {
  const relative = present(credential.string('end_date_relative'));
  if (relative) {
    const hours = /^(\d+)h/.exec(relative.value ?? '')?.[1];
    if (relative.state === 'unresolved' || hours === undefined)
      return unresolved(relative.reason ?? { code: 'computed', detail: 'its end is not known' }, relative.place);
    return explicit(Math.round(Number(hours) / 24), relative.place);
  }
  const end = present(credential.string('end_date'));
  if (!end) return byDefault(730, credential.place);
  const [from, to] = [Date.parse(credential.string('start_date').value ?? ''), Date.parse(end.value ?? '')];
  if (Number.isNaN(from) || Number.isNaN(to)) return unresolved({ code: 'computed', detail: 'it is not known when it begins' }, end.place);
  return explicit(Math.round((to - from) / DAY_MS), end.place);
}
