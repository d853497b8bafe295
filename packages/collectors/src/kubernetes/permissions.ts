/** What a collection needs to be allowed, as manifests. */
import { knownPlurals } from '@kumomori/model';

/** Needed for little, and worth a lot to a thief: left to whoever applies the role. */
const LEFT_OUT = `  # Whoever may list Secrets can read them all, so this is left out: only their names and labels would be collected, for checks of where
  # they lie. Without it the collection has one gap more.
  # - apiGroups: [""]
  #   resources: [secrets]
  #   verbs: [list]
  # The configuration of the kubelets. It also allows commands in the pods of the nodes, so this is left out too: use --no-kubelets, or
  # give it for the time of a collection.
  # - apiGroups: [""]
  #   resources: [nodes/proxy]
  #   verbs: [get]
`;

/**
 * A ClusterRole that lists what is collected, with a service account that has it. What everybody may do by default (discovery, the version,
 * asking who one is) is not in it.
 */
export function clusterRole({
  name = 'kumomori-collector',
  namespace = 'kumomori',
}: { readonly name?: string; readonly namespace?: string } = {}): string {
  const rules = [...knownPlurals()].map(([group, plurals]) => {
    const resources = plurals.filter((plural) => group !== '' || (plural !== 'secrets' && plural !== 'namespaces'));
    return rule(group, resources, 'list');
  });
  // Namespaces that are chosen by name are asked for one by one.
  rules.unshift(rule('', ['namespaces'], 'get, list'));
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${namespace}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: ${name}
rules:
${rules.join('')}${LEFT_OUT}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: ${name}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${name}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${namespace}
`;
}

function rule(group: string, resources: readonly string[], verbs: string): string {
  const list = resources.map((resource) => `      - ${resource}\n`).join('');
  return `  - apiGroups: ["${group}"]\n    resources:\n${list}    verbs: [${verbs}]\n`;
}
