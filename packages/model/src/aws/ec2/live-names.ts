/** How things of the EC2 API are named. */
import type { Json, LiveContext } from '../../live/index.ts';
import { itemsAt, textOf } from '../../live/index.ts';

/** `owner`: of something that another account shares. */
export function ec2Arn({ partition, region, account }: LiveContext, resource: string, owner: string = account): string {
  return `arn:${partition}:ec2:${region}:${owner}:${resource}`;
}

/** What people call it. */
export function nameTag(item: Json): string | undefined {
  const tag = itemsAt(item, 'Tags').find((each) => textOf(each, 'Key') === 'Name');
  const name = textOf(tag, 'Value');
  return name === '' ? undefined : name;
}
