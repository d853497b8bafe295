/** Classes of OCSF 1.8.0 that the mappings lead to, with the name of each (schema.ocsf.io/1.8.0/classes), which is the lake's table. */
const CLASSES: ReadonlyMap<number, string> = new Map([
  [2004, 'detection_finding'],
  [3001, 'account_change'],
  [3002, 'authentication'],
  [3004, 'entity_management'],
  [3005, 'user_access'],
  [3006, 'group_management'],
  [4001, 'network_activity'],
  [4002, 'http_activity'],
  [4003, 'dns_activity'],
  [6003, 'api_activity'],
  [6005, 'datastore_activity'],
]);

/** The lake's table for a class; `class_NUMBER` for one that no mapping leads to. */
export function ocsfTable(classUid: number): string {
  return CLASSES.get(classUid) ?? `class_${classUid}`;
}
