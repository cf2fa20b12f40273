/**
 * What an operation's own code puts into its request, where no parameter declares it (`routing.send.property`). Keyed
 * `resource.operation`; each entry as `body title` or `query language`. The tests of each operation prove that it is sent.
 */
export const BUILT_IN_CODE: Readonly<Record<string, readonly string[]>> = {
	'account.merge': ['body merge_into_account_id', 'body merge_account_ids'],
	'account.updateMany': ['body account_ids'],
	'accountFile.upload': ['body file'],
	'attachment.create': ['body file'],
	'contact.create': ['body account_external_id'],
	'contact.setAccount': ['body account_id', 'body account_external_id'],
	'featureRequest.merge': ['body merge_into_feature_request_id', 'body merge_feature_request_ids'],
	'import.importIssue': ['body messages'],
	'import.importMessages': ['body messages'],
	'issue.addFollowers': ['body contact_ids', 'body operation', 'body user_ids'],
	'issue.create': ['body account_id', 'body destination_metadata', 'body requester_email', 'body requester_id'],
	'issue.getAll': ['query start_time', 'query end_time'],
	'issue.linkExternalIssue': ['body operation'],
	'issue.reply': ['body email_info.to_emails'],
	'issue.sendAndWait': ['body body_html'],
	'issue.snooze': ['body snooze_until'],
	'trainingData.uploadFiles': ['body files'],
};

/** Parameters that several searches share and whose code is the same everywhere (`parameters/filter/filter.ts`). */
export const BUILT_BY_PARAMETER: Readonly<Record<string, string>> = {
	conditions: 'body filter',
	filterJson: 'body filter',
};
