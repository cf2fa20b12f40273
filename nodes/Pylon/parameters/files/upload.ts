import type { IExecuteSingleFunctions, INodeProperties, PreSendAction } from 'n8n-workflow';
import { readList } from '../../../shared/input';
import { parameterOnce } from '../../run/parameter';
import { beforeSending, checkedBy } from '../../run/operationPlan';
import { needInputFile, readInputFile } from './inputFiles';
import { wrongInput } from '../values';

function toForm(body: unknown): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
		for (const one of Array.isArray(value) ? value : [value]) {
			if (one !== undefined && one !== null) form.append(name, String(one));
		}
	}
	return form;
}

/** A `preSend` for a multipart body without files of n8n: after all steps, its fields become parts. */
export const bodyAsForm = checkedBy(async ({ request }) => {
	request.body = toForm(request.body);
});

function namedIn(
	context: IExecuteSingleFunctions,
	parameter: string,
	displayName: string,
): string[] {
	return readList(parameterOnce(context, parameter), displayName);
}

/**
 * A `preSend` that puts files of the incoming item into a multipart body, whose other fields become parts too. That the
 * files are there is checked together with all other input. They are read when the item has got its place among those that
 * are worked on, so that a run holds the files of the requests under way, and not those of all its items. FormData keeps the
 * bytes, so the transport can send the body again.
 * @param part name of the part in the API, e.g. `file`
 * @param parameter name of the parameter that names the input field, or several separated by commas
 * @param displayName display name of that parameter
 */
const filesInBody = (part: string, parameter: string, displayName: string): PreSendAction => {
	const check = beforeSending(function () {
		const names = namedIn(this, parameter, displayName);
		if (names.length === 0) {
			throw wrongInput(
				this,
				`'${displayName}' is empty`,
				`Enter the name of the input field that contains the file in '${displayName}', for example data.`,
			);
		}
		for (const name of names) needInputFile(this, name, displayName);
	});
	const read = checkedBy(async ({ context, request }) => {
		const form = toForm(request.body);
		for (const name of namedIn(context, parameter, displayName)) {
			const file = await readInputFile(context, name);
			form.append(part, file.content, file.name);
		}
		request.body = form;
	});
	return async function (request) {
		await check.call(this, request);
		return await read.call(this, request);
	};
};

/** The parts of a parameter that names files of the incoming item. */
interface InputFiles extends Pick<INodeProperties, 'description' | 'displayOptions' | 'hint'> {
	/** Name of the part in the multipart body, e.g. `file`. */
	part: string;
	/** Makes the `preSend` that checks or reads something before the files. */
	before: (displayName: string) => PreSendAction;
}

/**
 * @param files how the parameter looks, and the part of the body that its files become
 * @returns the parameter that names the file, or the files, of an upload
 */
export function inputFiles({ part, before, ...looks }: InputFiles): INodeProperties {
	const displayName = 'Input Data Field Name';
	const name = 'binaryPropertyName';
	return {
		displayName,
		name,
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data',
		...looks,
		routing: { send: { preSend: [before(displayName), filesInBody(part, name, displayName)] } },
	};
}
