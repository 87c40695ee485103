// What the portal adds to have its form checked.
window.addEventListener('load', function () {
  precheck.createChecker({ today: '2023-06-16' }).then(function (checker) {
    Portal.checker = checker;
    Portal.attached = checker.attach(document.forms[0], 'penalty', {
      enterprise_name: 'CF.XDR[MC]',
      uscc: 'CF.XDR[DM]',
      authority: 'CF.JG',
      document_no: 'CF.WSH',
      violation: 'CF.XW',
      penalty_content: 'CF.NR',
      decision_date: document.getElementById('rq'),
      publicity_period: 'qx',
      penalty_type: 'CF.ZL',
      fine_amount: 'CF.JE',
      serious: 'CF.YZ'
    });
    document.body.setAttribute('data-ready', 'yes');
  });
});
