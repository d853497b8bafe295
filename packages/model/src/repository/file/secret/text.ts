import { defineText } from '../../../code/index.ts';
import type { Secret } from './shape.ts';

export const text = defineText<Secret>({
  types: ['secret'],
  identity: ['where'],
  read: (secret) => ({
    family: secret.string('family', { default: '' }),
    where: secret.string('where', { default: '' }),
    value: secret.string('value', { default: '' }),
    keyOwner: secret.string('keyOwner'),
    keyStatus: secret.string('keyStatus'),
    keyLastUsed: secret.string('keyLastUsed'),
  }),
});
