/** Operations of openapi.yaml that the node does not have, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
	disconnectDevin:
		"Disconnects the integration of another vendor (Devin) for the whole workspace. An admin can do this in Pylon's settings.",
};

/** Body fields and query parameters that no operation offers, each with the reason; keyed `operationId: name`. */
export const FIELDS_LEFT_OUT: Readonly<Record<string, string>> = {
	'createAccount: domain': 'Deprecated. Use domains and primary_domain, which the node has.',
	'updateIssue: requestor_id': 'Deprecated. Use requester_id, which the node has.',
};

/** Operations of the node that openapi.yaml does not have, each with the reason; keyed `resource.operation`. */
export const BEYOND_THE_API: Readonly<Record<string, string>> = {
	'apiRequest.send': "Sends any method and path, for endpoints that no other operation covers.",
	'attachment.download': 'Downloads a file from a URL in file_urls or download_url.',
};
