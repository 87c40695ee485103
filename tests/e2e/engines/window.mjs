/** Makes the visible part of a page this large where the window around it has bars and a frame of its own. */
export async function fit(driver, width, height) {
  await driver.manage().window().setRect({ width, height });
  const [inner, tall] = await driver.executeScript('return [innerWidth, innerHeight]');
  await driver.manage().window().setRect({ width: width + width - inner, height: height + height - tall });
}
