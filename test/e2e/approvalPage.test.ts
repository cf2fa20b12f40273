import { chromium, type Browser } from 'playwright-core';
import { ensureChromium } from '../../sandbox/n8n/chromium';
import { askIn, askingWorkflow, outputOf } from './support/approval';
import { useSandbox } from './support/sandbox';
import { takePicture } from './support/pictures';

const sandbox = useSandbox();

let browser: Browser;
beforeAll(async () => {
	browser = await chromium.launch({
		executablePath: await ensureChromium(() => undefined),
		args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
	});
});
afterAll(() => browser.close());

/** A phone: narrow, dark, and with scripts off. */
const phone = async () =>
	await browser.newPage({
		viewport: { width: 390, height: 780 },
		deviceScaleFactor: 2,
		colorScheme: 'dark',
		isMobile: true,
		hasTouch: true,
		javaScriptEnabled: false,
	});

test('on a phone, dark, without scripts: approved with a reason', async () => {
	const waiting = await askIn(
		sandbox(),
		await askingWorkflow(sandbox(), 'On a phone', {
			message:
				'Ada asks for a refund of 12 € for order A-7, which came damaged.\n\nMay we refund it?',
			options: { whoMayAnswer: 'Team leads of Support' },
		}),
	);
	const page = await phone();
	const failed: string[] = [];
	page.on('requestfailed', (request) => failed.push(request.url()));
	const requested: string[] = [];
	page.on('request', (request) => requested.push(new URL(request.url()).pathname));
	await page.goto(waiting.links.Approve);
	await page.getByLabel('Reason (optional)').fill('It came damaged <twice>');

	// Nothing is wider than the phone, and the page is dark.
	const { width } = (await page.locator('main').boundingBox())!;
	expect(width).toBeLessThanOrEqual(390);
	const [background, color] = await page.evaluate<string[]>(
		'[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]',
	);
	const brightness = (value: string) =>
		(value.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
	expect(brightness(background)).toBeLessThan(150);
	expect(brightness(color)).toBeGreaterThan(600);
	await takePicture(page, 'approval-page');

	await page.getByRole('button', { name: 'Approve' }).tap();
	await page.getByRole('heading', { name: 'Approved' }).waitFor();
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toMatchObject([{ data: { approved: true, reason: 'It came damaged <twice>' } }]);
	// The page, and its answer: nothing else is loaded, but for the icon that a browser asks for.
	const { pathname } = new URL(waiting.links.Approve);
	expect(requested.filter((path) => path !== '/favicon.ico')).toEqual([pathname, pathname]);
	expect(failed).toEqual([]);
	await page.close();
});

test('a form in the browser: what is wrong is said, and what was entered stays', async () => {
	const waiting = await askIn(
		sandbox(),
		await askingWorkflow(sandbox(), 'Form in the browser', {
			responseType: 'customForm',
			formFields: {
				values: [
					{ fieldLabel: 'Amount', fieldType: 'text', fieldName: 'amount', requiredField: true },
					{
						fieldLabel: 'Parts',
						fieldType: 'checkbox',
						requiredField: true,
						fieldOptions: { values: [{ option: 'One' }, { option: 'Two' }] },
					},
					{
						fieldLabel: 'Way',
						fieldType: 'dropdown',
						fieldOptions: { values: [{ option: 'Card' }] },
					},
				],
			},
		}),
	);
	const page = await phone();
	await page.goto(waiting.links.Respond);
	await page.getByLabel('Amount').fill('Twelve');
	await page.getByRole('button', { name: 'Send answer' }).tap();
	await page.getByRole('alert').filter({ hasText: "'Parts' has to be filled in" }).waitFor();
	expect(await page.getByLabel('Amount').inputValue()).toBe('Twelve');
	await page.getByLabel('Two').check();
	await page.getByLabel('Way').selectOption('Card');
	await page.getByRole('button', { name: 'Send answer' }).tap();
	await page.getByRole('heading', { name: 'Answered' }).waitFor();
	const { items } = await outputOf(sandbox(), waiting, 'Ask');
	expect(items).toMatchObject([
		{ data: { form: { amount: 'Twelve', Parts: ['Two'], Way: 'Card' } } },
	]);
	await page.close();
});
