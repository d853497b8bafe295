import { defineLive, object } from '../../../code/index.ts';
import type { ClassicRule, ClassicWebAcl } from './shape.ts';

export const live = defineLive<ClassicWebAcl>({
  types: ['AWS::WAF::WebACL'],
  identity: ['Name'],
  read: (acl) => ({
    isLogged: acl.boolean('IsLogged', { default: false }),
    rules: acl.list<ClassicRule>('Rules', (rule) => object<ClassicRule>({ hasRule: rule.isSet('RuleId') }, rule.place)),
  }),
});
