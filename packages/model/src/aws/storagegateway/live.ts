/** Answers of the Storage Gateway API, in the words of Terraform. Source: AWS Storage Gateway API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { itemsAt, jsonAt, lookUp, Missing, textOf } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

const TYPES = { NFS: 'aws_storagegateway_nfs_file_share', SMB: 'aws_storagegateway_smb_file_share' } as const;

export const live: readonly LiveSource[] = [
  { call: 'storagegateway:ListFileShares', items: 'FileShareInfoList', types: [TYPES.NFS, TYPES.SMB], declare: fileShare },
];

function fileShare(item: Json, context: LiveContext): LiveThing | null {
  const [id, kind] = [textOf(item, 'FileShareARN'), textOf(item, 'FileShareType')];
  if (id === undefined || (kind !== 'NFS' && kind !== 'SMB')) return null;
  const call = `storagegateway:Describe${kind}FileShares`;
  const share = lookUp(context, { call, items: `${kind}FileShareInfoList`, key: 'FileShareARN' }, id);
  if (share === undefined) return null;
  const name = share instanceof Missing ? undefined : textOf(share, 'FileShareName');
  const known = (read: (json: Json) => LiveValue): LiveValue => (share instanceof Missing ? share : read(share));
  return {
    type: TYPES[kind],
    id,
    name: name ?? textOf(item, 'FileShareId') ?? id,
    properties: {
      file_share_name: name,
      kms_key_arn: known((json) => keyName(jsonAt(json, 'KMSKey'), context)),
      ...(kind === 'SMB' && { authentication: known((json) => textOf(json, 'Authentication')) }),
      ...(kind === 'NFS' && { client_list: known((json) => itemsAt(json, 'ClientList')) }),
    },
  };
}
