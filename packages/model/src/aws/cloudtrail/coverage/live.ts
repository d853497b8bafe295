import type { BlockReader, Leaf, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineLive, explicit } from '../../../code/index.ts';
import { cloudformation as trails } from '../trail/cloudformation.ts';
import type { TrailCoverage } from './shape.ts';

export const live = defineLive<TrailCoverage>({
  types: ['aws.core.account'],
  read(account, context) {
    const found = ['AWS::CloudTrail::Trail', 'aws.cloudtrail.organization-trail'].flatMap((type) => context.all(type));
    const answers = found.map((trail) => covers(trail, context));
    const decisive = answers.find(({ value }) => value === true) ?? answers.find(({ state }) => state === 'unresolved');
    return { isComplete: decisive ?? byDefault(false, account.place) };
  },
});

function covers(trail: BlockReader, context: ReaderContext): Leaf<boolean> {
  const { isMultiRegion, isLogging, recordsManagementEvents } = trails.read(trail, context);
  const parts = [isMultiRegion, isLogging, recordsManagementEvents];
  return parts.find(({ value }) => value === false) ?? parts.find(({ value }) => value === undefined) ?? explicit(true, trail.place);
}
