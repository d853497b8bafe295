import { defineLive, outside } from '../../../code/index.ts';
import { cloudformation } from './cloudformation.ts';
import type { LambdaFunction } from './shape.ts';

/** Answers hold no code. */
export const live = defineLive<LambdaFunction>({
  ...cloudformation,
  read: (lambda, context) => ({
    ...cloudformation.read(lambda, context),
    codeCredential: outside('the code is in a package', lambda.place),
  }),
});
