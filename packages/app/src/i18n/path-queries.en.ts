/** What each question about attack paths means, how it is answered, how such a path is closed; the same for the kinds of steps. */
export interface QueryText {
  readonly means: string;
  readonly found: string;
  readonly close: string;
}

export interface EdgeText {
  readonly means: string;
  readonly close: string;
}

const exposed = 'by the analysis of networks, the internet reaches it';

export const pathQueries: Readonly<Record<string, QueryText>> = {
  'log-or-backup-deletable': {
    means: 'Somebody who should not can delete logs or backups: traces vanish, and ransom has nothing to be restored from.',
    found: 'A way ends at a store of class log or backup that can be deleted from there. Daily deletion by its owner is not told.',
    close: 'Take the right to delete from everybody but the lifecycle rule; lock objects and vaults.',
  },
  'subdomain-takeover': {
    means: 'A name of your domain points at something that nobody holds any more; whoever asks for it serves pages under your name.',
    found:
      'The target of a record is the name of a bucket, an environment, an app … that nothing of what was read holds. Told only where all of that kind of thing could be read; other accounts of your own may still hold it.',
    close: 'Delete the record first, then what it points at.',
  },
  'data-leaving': {
    means: 'Sensitive data is copied to an account that is not yours, or to a place under other laws.',
    found:
      'Replication, copies of backups and snapshots, and shares, whose other end is known to lie in another account or another jurisdiction (regions of the European Union are one).',
    close: 'Take the copy back, or class the data; name the accounts that are your own by --known-account.',
  },
  'key-wider-than-data': {
    means:
      'The policy of a key lets somebody decrypt who may read nothing of what it encrypts: a copy that he gets otherwise is open to him.',
    found: "The key's own policy names him (or everybody, or another account), and no policy gives him any of the data.",
    close: 'Name in the key policy only those who read the data.',
  },
  'leaver-to-sensitive-data': {
    means: 'Somebody who has left the organization still has a user that gets to sensitive data.',
    found:
      'A user whose name or address is in the people file with a day that has passed, or whose tags say so, and a way from it to such data.',
    close: 'Delete the user, its keys and its password; then narrow what it could do.',
  },
  'leaver-to-admin': {
    means: 'Somebody who has left the organization can still become administrator.',
    found: 'The same list of leavers; the way ends at administrator rights, however many escalations it takes.',
    close: 'Delete the user, its keys and its password; then narrow what it could do.',
  },
  'internet-ssh-to-sensitive-data': {
    means: 'Anybody on the internet can try passwords on SSH of a machine whose role reads sensitive data.',
    found: `SSH is open (${exposed}), passwords are accepted, and the rights of the machine's role lead to data that is classed as sensitive.`,
    close: 'Close port 22 or admit named addresses only; use Session Manager; give the machine a role with fewer rights.',
  },
  'internet-ssh-to-admin': {
    means: 'Anybody on the internet can try passwords on SSH of a machine from which administrator rights can be had.',
    found: `SSH is open (${exposed}), passwords are accepted, and the machine's role is or becomes administrator.`,
    close: 'Close port 22; take administrator rights from the machine.',
  },
  'internet-remote-login': {
    means: 'Another remote login (RDP, WinRM …) of a machine is open to the internet and leads on.',
    found: `A port of remote login is reachable (${exposed}), and the machine's rights lead to the goal.`,
    close: 'Close the port; sign in over Session Manager or a VPN.',
  },
  'role-open-to-everybody': {
    means: 'A role may be assumed by any account of AWS, and it gets somewhere.',
    found: 'Its trust policy admits everybody without a condition that an attacker could not meet.',
    close: 'Name the accounts in the trust policy; for vendors demand an external id.',
  },
  'kubernetes-to-cloud': {
    means: 'Whoever runs code in a pod gets rights in the cloud account.',
    found: 'The role of a service account (IRSA, pod identity), or of the node that a container escapes to, leads to the goal.',
    close: 'Give service accounts roles of their own with few rights; forbid privileged pods; close the metadata service to pods.',
  },
  'internet-exploit': {
    means: 'A known vulnerability of something that answers the internet leads on.',
    found: 'A vulnerability that the input names, on something that the internet reaches.',
    close: 'Patch it, or take it from the internet until it is patched.',
  },
  'metadata-credential-theft': {
    means: 'A request that a machine is talked into sending to its metadata service hands over its credentials.',
    found: 'The machine answers IMDSv1 and can be reached; its role leads to the goal.',
    close: 'Demand IMDSv2 with a hop limit of 1.',
  },
  'public-snapshot': {
    means: 'A copy of data is shared with everybody.',
    found: 'A snapshot or image whose sharing names everybody.',
    close: 'Take the sharing back, and treat what was in it as read by others.',
  },
  'public-database': {
    means: 'A database answers the internet; only its password stands in between.',
    found: `The port of a database is reachable (${exposed}).`,
    close: 'Put it into private subnets; admit only the group of the application.',
  },
  'public-store-with-sensitive-data': {
    means: 'Everybody can read sensitive data in one step.',
    found: 'The policy, list or public access settings of a store admit everybody, and its class is sensitive.',
    close: 'Block public access; share over signed addresses or a distribution.',
  },
  'public-writable-store': {
    means: 'Everybody can write something that is later run or trusted.',
    found: 'A store that everybody can write is where a workload gets its code or its work from.',
    close: 'Let only the build write there.',
  },
  'topic-open-to-privileged-function': {
    means: 'A message from anybody starts a function with rights.',
    found: 'A queue or topic that everybody can write to starts a workload whose role leads to the goal.',
    close: 'Name the senders in the policy; check what messages say; give the function fewer rights.',
  },
  'public-function-to-privileged-role': {
    means: 'Anybody can call a function whose role gets to the goal; one bug in it is enough.',
    found: 'A function URL or permission without authentication, and the rights of the function.',
    close: 'Demand signed calls; give the function fewer rights.',
  },
  'leaked-credential': {
    means: 'A credential stands where others can read it, and it leads to the goal.',
    found: 'A key or password in user data, environment, state, outputs or code, joined with the user it belongs to.',
    close: 'Revoke it, then move it into a secret store; deleting the line alone changes nothing.',
  },
  'ci-identity': {
    means: 'A build of a repository gets to the goal, and with it everybody who can start one.',
    found: 'The subject condition of the OIDC trust, as wide as it is written, and what the role may do.',
    close: 'Name repository and branch in the condition; give deployment roles only what they deploy.',
  },
  'cross-account-trust': {
    means: 'Somebody in an account that is not yours gets to the goal.',
    found:
      'A role trusts an account that is neither among the TARGETs nor given by --known-account, or the policy of the data lets it in (and its key does).',
    close: 'Remove the trust, or narrow it to one role with an external id; remove the statement, or let in one role of that account.',
  },
  'dormant-privileged-identity': {
    means: 'An identity that nobody has used for long gets far; nobody would notice if somebody else did.',
    found: 'Last use in the snapshot is long ago, and the identity leads to the goal.',
    close: 'Disable it, wait, delete it.',
  },
  'tag-condition-bypass': {
    means: 'A permission depends on a tag that the same person can write.',
    found: 'A condition on a tag holds once the tag is set, and setting it is allowed.',
    close: 'Deny changing that tag to all but those who manage it.',
  },
  'boundary-removable': {
    means: 'An identity can take off its own permission boundary.',
    found: 'It may delete the boundary, and without it its rights lead to the goal.',
    close: 'Deny iam:DeleteUserPermissionsBoundary and iam:DeleteRolePermissionsBoundary in the boundary itself.',
  },
  'boundary-absent': {
    means: 'Somebody makes a user or role with any right and signs in as it; neither a boundary nor the organization stops him.',
    found:
      'He may make a principal, give it policies and become it, also when what he makes has no permission boundary, and no policy of the organization denies it.',
    close: 'Demand a boundary by a condition on iam:PermissionsBoundary, or deny it in a service control policy.',
  },
  'function-code-writable': {
    means: 'Somebody replaces the code of a function and acts with its role.',
    found: 'Updating the code is allowed, and the function is called by somebody or something.',
    close: 'Let only the pipeline update code; sign it.',
  },
  'code-store-to-privileged-workload': {
    means: 'Somebody replaces what a workload loads its code from and acts with its role.',
    found: 'Writing to a bucket or image repository is allowed that a workload starts from.',
    close: 'Let only the build write there; make tags immutable; pin digests.',
  },
  'workload-with-admin': {
    means: 'Whoever gets code to run in a workload is administrator.',
    found: 'The role of a workload may do everything in its account or cluster.',
    close: 'Give it the few rights it uses.',
  },
  'pass-role': {
    means: 'Somebody starts something with a stronger role than his own.',
    found: 'iam:PassRole on a role that trusts the service, and the right to start that service.',
    close: 'Name the roles that may be passed, and the service (iam:PassedToService).',
  },
  'development-to-production': {
    means: 'Rights in development get to production.',
    found: 'Begin and end say their environment (tag, name, folder), and they differ.',
    close: 'Separate them by accounts; remove trusts between them.',
  },
  'role-chain-to-admin': {
    means: 'Assuming one role after the other ends at administrator rights.',
    found: 'Each trust admits the one before, and each may call sts:AssumeRole.',
    close: 'Cut the chain at the role that the fewest need.',
  },
  'privilege-escalation': {
    means: 'Somebody without administrator rights gives himself those.',
    found: 'One or more of the 104 known escalations, each with its real preconditions.',
    close: 'Bind the permissions that the steps name to resources, or put a boundary around them.',
  },
  'escalation-to-data': {
    means: 'Somebody gets to data he was not given, by more than the use of his rights.',
    found: 'A way with at least one escalation that ends at data.',
    close: 'Change what the fixes of the path name.',
  },
};

export const pathEdges: Readonly<Record<string, EdgeText>> = {
  NET_REACH: { means: 'Traffic gets from one to the other on a port that matters.', close: 'Close the port or narrow the source.' },
  EXPLOITS: { means: 'A vulnerability lets code run there.', close: 'Patch.' },
  RUNS_AS: { means: 'Code there has the credentials of the role.', close: 'Give it a role with fewer rights.' },
  CAN_EXEC: { means: 'Commands can be run there through an API (Session Manager, exec).', close: 'Bind the permission to named targets.' },
  CAN_LAUNCH: { means: 'Something new can be started that runs as the role.', close: 'Name the roles that may be passed.' },
  CAN_UPDATE_CODE: { means: 'The code that runs there can be replaced.', close: 'Let only the pipeline write it.' },
  CONTAINER_ESCAPE: { means: 'A container gets out to its node.', close: 'Forbid privileged pods and mounts of the host.' },
  TRIGGERS: { means: 'What is written to one starts the other.', close: 'Name the senders.' },
  CAN_INVOKE: { means: 'It can be called without signing in.', close: 'Demand signed calls.' },
  CAN_ASSUME: {
    means: 'The role can be assumed: its trust admits it, and so do the rights of the caller.',
    close: 'Narrow the trust policy.',
  },
  MEMBER_OF: { means: 'It belongs to the group and has its rights.', close: 'Remove it from the group.' },
  FEDERATES: { means: 'Somebody from outside signs in as the role.', close: 'Narrow provider, subject and audience.' },
  CRED_THEFT_IMDS: { means: 'The metadata service hands over credentials to a forwarded request.', close: 'Demand IMDSv2.' },
  LEAKS_CREDENTIAL: { means: 'A credential of the other stands here.', close: 'Revoke it and move it into a secret store.' },
  CAN_CREATE_KEY: { means: 'An access key can be made for the user.', close: 'Bind iam:CreateAccessKey to the own user.' },
  CAN_SET_PASSWORD: { means: 'The password of the user can be set.', close: 'Bind the permission to those who manage users.' },
  CAN_REWRITE_TRUST: { means: 'The trust policy of the role can be rewritten.', close: 'Bind iam:UpdateAssumeRolePolicy to named roles.' },
  CAN_GRANT_SELF: { means: 'It can give itself any right.', close: 'Bind the permissions that attach and write policies.' },
  CAN_SWITCH_POLICY_VERSION: { means: 'It can make another version of a policy the default.', close: 'Bind iam:SetDefaultPolicyVersion.' },
  CAN_REMOVE_BOUNDARY: { means: 'It can take off a permission boundary.', close: 'Deny that in the boundary itself.' },
  CAN_CREATE_PRINCIPAL: {
    means: 'It can make a user or role that nothing limits, and become it.',
    close: 'Demand a boundary of what is made (iam:PermissionsBoundary).',
  },
  CAN_TAG: { means: 'It can write a tag that a permission depends on.', close: 'Deny changing that tag.' },
  CAN_READ: { means: 'The content can be read.', close: 'Narrow the statement.' },
  CAN_WRITE: { means: 'The content can be changed.', close: 'Narrow the statement.' },
  CAN_DELETE: { means: 'The content can be deleted.', close: 'Narrow the statement; lock what must stay.' },
  CAN_DECRYPT: { means: 'What the key encrypts can be decrypted.', close: 'Narrow the key policy.' },
  CAN_COPY_DATA: { means: 'The data can be copied elsewhere, by a snapshot for one.', close: 'Bind the permission to share and restore.' },
  REPLICATES_TO: { means: 'A setting copies the data there.', close: 'Remove the copy or the share.' },
  CAN_CLAIM: { means: 'The name that it points at is free: whoever asks for it gets it.', close: 'Delete the record.' },
  HAS_ADMIN: { means: 'It may do everything in the account.', close: 'Give it the rights it uses.' },
  OWNS: { means: 'Administrators of the account have everything in it.', close: 'Close the way to administrator rights.' },
};
