/** Operations of openapi.yaml that the node does not have, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
	disconnectDevin:
		"Disconnects another vendor's integration (Devin) from the workspace, for everybody and at once. Nothing to automate: an admin does it in Pylon's settings.",
};

/** Body fields and query parameters that no operation offers, each with the reason; keyed `operationId: name`. */
export const FIELDS_LEFT_OUT: Readonly<Record<string, string>> = {
	'createAccount: domain': 'Deprecated spelling of domains and primary_domain, which are offered.',
	'updateIssue: requestor_id': 'Deprecated spelling of requester_id, which is offered.',
};

/** Operations of the node that are none of openapi.yaml, each with the reason; keyed `resource.operation`. */
export const BEYOND_THE_API: Readonly<Record<string, string>> = {
	'apiRequest.send': "Any method and path, for what Pylon's API offers and no other operation does.",
	'attachment.download': 'Fetches a file from the address that Pylon gives in file_urls and download_url.',
};
